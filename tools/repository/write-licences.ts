import { writeFileSync } from "node:fs";
import { licencesFile, licencesPage } from "./licences";

// npm run licences
writeFileSync(licencesFile, licencesPage());
