import { writeEmptyDatabase } from "../../studio/server/src/storage/empty-database";

await writeEmptyDatabase();
