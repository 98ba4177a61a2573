import { descend, levelCurve } from "./descent";

const levels = [0.04, 0.14, 0.3, 0.52, 0.8, 1.14, 1.54];
const UNIT = 34; // pixels
const path = descend([-5, 1.75], 3.2, 18).map(([x, y]) => [x * UNIT, -y * UNIT] as const);

/** Steps into a valley, computed by gradient descent: what the name of the house means. */
export function DescentPicture() {
  return (
    <svg className="descent-picture" viewBox="-210 -170 420 340" aria-hidden="true">
      <g transform="rotate(-24)">
        {levels.map((z) => {
          const [rx, ry] = levelCurve(z);
          return <ellipse key={z} rx={rx * UNIT} ry={ry * UNIT} />;
        })}
        <polyline points={path.map((place) => place.join(",")).join(" ")} />
        {path.map(([x, y], i) => (
          <circle key={x} cx={x} cy={y} r={i === 0 ? 5 : 3} />
        ))}
      </g>
    </svg>
  );
}
