// #region wide
import { display } from "@gradus/core";
import { parseCSV } from "@gradus/data";

const sheet = parseCSV(`item,Jan,Feb,Mar
tea,12,0,7
mug,3,,5
pot,1,2,
`);
display(sheet);
// #endregion

// #region long
const long = sheet.melt({ ids: ["item"], variableName: "month", valueName: "sold" });
display(long.dropMissing("sold"));
console.log(long.groupBy("month").sum("sold").rows());
// #endregion

// #region back
display(long.pivot({ index: "item", columns: "month", values: "sold" }));

// #endregion

// #region days
import { DataFrame } from "@gradus/data";

const visits = DataFrame.fromColumns({
  time: ["2024-03-01T09:10", "2024-03-04T20:30", "2024-03-01T17:45", "2024-03-02T08:00"],
}).astype({ time: "date" });

const days = visits.assign({ day: visits.column("time").dt.floor("D") });
console.log("grouped:", days.groupBy("day").count().nRows, "days");
display(visits.resample("time", "D").size());
// #endregion
