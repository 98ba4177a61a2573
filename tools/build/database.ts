import { writeEmptyDatabase } from "../../studio/server/src/storage/empty-database";
import { emptyDatabase } from "../../studio/server/src/storage/prepared";

await writeEmptyDatabase(emptyDatabase);
