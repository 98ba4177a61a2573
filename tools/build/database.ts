import { writeEmptyDatabase } from "../../studio/server/src/storage/empty-database";
import { emptyDatabaseFile } from "../../studio/server/src/storage/prepared";

await writeEmptyDatabase(emptyDatabaseFile);
