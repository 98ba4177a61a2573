/** The report's style: paper and ink, one accent, Okabe and Ito's blue and vermillion for data. */
export const STYLE = `
:root{color-scheme:light dark;--ground:light-dark(#fdfdfb,#14171a);--ink:light-dark(#1c2024,#e8eaec);--muted:light-dark(#5c646c,#a0a8b0);--rule:light-dark(#d8dcdf,#343a40);--faint:light-dark(#f1f2f0,#1d2125);--plus:light-dark(#0072b2,#2f86b8);--minus:light-dark(#d55e00,#b85000);--accent:light-dark(#00665e,#5cc9bd);--problem:light-dark(#a33a00,#f08a47);--data:light-dark(#0072b2,#56b4e9);--other:light-dark(#868e96,#8d959d)}
:root[data-theme="light"]{color-scheme:light}
:root[data-theme="dark"]{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1,h2{font-family:"Source Serif 4",Georgia,"Times New Roman",serif;font-weight:600;line-height:1.2;margin:0;overflow-wrap:anywhere}
h1{font-size:2.1rem}
h2{font-size:1.35rem}
section{margin-top:2.75rem}
p{margin:.5rem 0 0}
.lede,header p{color:var(--muted);max-width:44rem}
header p{font-size:1.05rem;color:var(--ink)}
.fine,footer,small{color:var(--muted);font-size:.8125rem}
small{font-weight:400}
footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--rule);max-width:44rem}
ul,ol{list-style:none;margin:.75rem 0 0;padding:0}
summary{cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.warnings li{display:grid;grid-template-columns:5rem 1fr;gap:.75rem;padding:.55rem 0;border-top:1px solid var(--rule);overflow-wrap:anywhere}
.warnings li:last-child{border-bottom:1px solid var(--rule)}
.mark{font-size:.8125rem;line-height:1.5rem;color:var(--muted)}
.mark.problem{color:var(--problem);font-weight:600}
.mark.check{color:var(--accent);font-weight:600}
.more{margin-top:.75rem}
.more>summary{color:var(--accent)}
.columns{margin-top:.75rem;border-bottom:1px solid var(--rule)}
.heads,.columns summary{display:grid;grid-template-columns:minmax(9rem,1.1fr) 7.5rem minmax(12rem,1.6fr) 6rem;column-gap:1.25rem;align-items:center}
.heads{margin:0;color:var(--muted);font-size:.8125rem;padding-bottom:.25rem}
.heads span:last-child{text-align:right}
.columns details{border-top:1px solid var(--rule)}
.columns summary{padding:.4rem 0;list-style:none}
.columns summary::-webkit-details-marker{display:none}
.columns summary:hover,.columns details[open]>summary{background:var(--faint)}
.name b{display:block;font-weight:600;overflow-wrap:anywhere;line-height:1.3}
.name em{font-style:normal;color:var(--accent);font-weight:600}
.facts{font-size:.875rem;overflow-wrap:anywhere}
.hole{display:flex;align-items:center;justify-content:flex-end;gap:.4rem;font-size:.875rem;white-space:nowrap}
.hole.none{color:var(--muted)}
.gauge{display:inline-block;height:.5rem;background:linear-gradient(var(--data),var(--data)) 0/var(--share) 100% no-repeat var(--rule)}
.hole .gauge{width:2.25rem;background-image:linear-gradient(var(--minus),var(--minus))}
svg{display:block}
.spark{width:7.5rem;height:2rem}
.histogram{width:100%;height:7.5rem}
.number,.value{fill:var(--data)}
.rest{fill:var(--other)}
.base{stroke:var(--other);stroke-width:1;fill:none;vector-effect:non-scaling-stroke}
figure{margin:0}
figcaption{display:flex;justify-content:space-between;color:var(--muted);font-size:.8125rem}
.inside{padding:.75rem 0 1.5rem;display:grid;gap:1rem;max-width:44rem}
.remarks{margin:0}
.remarks li{padding-left:.75rem;border-left:2px solid var(--accent);margin:.25rem 0;font-size:.9375rem;overflow-wrap:anywhere}
dl{margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.5rem 1rem}
dt{color:var(--muted);font-size:.8125rem}
dd{margin:0;overflow-wrap:anywhere}
.top{margin:0}
.top li{display:grid;grid-template-columns:minmax(6rem,14rem) minmax(3rem,1fr) 8rem;gap:.75rem;align-items:center;padding:.15rem 0}
.top .value{overflow-wrap:anywhere;line-height:1.3}
.top.wide{margin-top:.75rem}
.top.wide li{grid-template-columns:minmax(6rem,14rem) minmax(3rem,1fr) 12rem}
.scroll{overflow-x:auto;margin-top:.75rem;padding-bottom:.5rem}
table{border-collapse:separate;border-spacing:2px;font-size:.8125rem}
th{font-weight:500;text-align:left;white-space:nowrap}
tbody th{padding-right:.6rem}
thead th{vertical-align:bottom}
.upright{writing-mode:vertical-rl;transform:rotate(180deg);display:inline-block;padding-top:.35rem}
.patterns td{width:1.5rem;min-width:1.5rem;height:1.5rem;background:var(--faint)}
.patterns .gap{background:var(--minus)}
.heatmap td{width:2.4rem;min-width:2.4rem;height:1.9rem;text-align:center;background:var(--faint)}
.heatmap thead td{background:none}
.heatmap .plus{background:color-mix(in srgb,var(--plus) var(--r),var(--ground))}
.heatmap .minus{background:color-mix(in srgb,var(--minus) var(--r),var(--ground))}
.heatmap .self{background:none}
.pairs li{padding:.15rem 0;overflow-wrap:anywhere}
@media (max-width:44rem){main{padding:1.5rem 1rem 3rem}h1{font-size:1.7rem}.heads{display:none}.columns summary{grid-template-columns:1fr auto;row-gap:.35rem;padding:.65rem 0}.facts{grid-column:1}.columns .spark{justify-self:end}.warnings li{grid-template-columns:1fr;gap:0}.top li,.top.wide li{grid-template-columns:1fr auto;row-gap:.1rem}.top .gauge{grid-column:1/-1;grid-row:2}}
@media print{.columns details{break-inside:avoid}}
`;
