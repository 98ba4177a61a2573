// #region by-hand
const flipper = [181, 193, 195, 212, 220]; // mm
const mass = [3.7, 3.6, 3.8, 4.7, 5.4]; // kg
const species = ["Adelie", "Chinstrap", "Adelie", "Gentoo", "Gentoo"];

const asked = 208; // mm
const distance = flipper.map((mm) => Math.abs(mm - asked));
const nearest = [0, 1, 2, 3, 4].sort((a, b) => distance[a]! - distance[b]!).slice(0, 3);
for (const i of nearest) {
  console.log(`${distance[i]} mm away: ${species[i]}, ${mass[i]} kg`);
}
const meanMass = nearest.reduce((sum, i) => sum + mass[i]!, 0) / nearest.length;
console.log("their mean:", meanMass.toFixed(2), "kg");
// #endregion
