import { regionPaths } from "../regions";
import { fillOf } from "../roles";
import type { MarkProps } from "./MarkView";

/** One tint for each class; the borders are drawn a little stronger. */
export function RegionsMark({ mark, layout, clip }: MarkProps<"regions">) {
  const paths = regionPaths(mark, layout.x, layout.y);
  return (
    <g clipPath={clip} className="regions">
      {paths.map((path, k) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place among the classes
          key={k}
          d={path}
          fillRule="evenodd"
          fill={fillOf(mark.roles[k])}
          stroke={fillOf(mark.roles[k])}
        />
      ))}
    </g>
  );
}
