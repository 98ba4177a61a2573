import { join } from "node:path";
import { importTable } from "../library";
import { siteDir } from "../paths";
import { buildCourse } from "./build";

await buildCourse({ outDir: join(siteDir, "course"), imports: importTable() });
