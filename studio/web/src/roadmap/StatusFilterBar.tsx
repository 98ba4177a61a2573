import type { StatusCounts } from "./count";
import { type StatusFilter, statusFilters } from "./filter";

interface StatusFilterBarProps {
  readonly value: StatusFilter;
  readonly counts: StatusCounts;
  readonly onChange: (value: StatusFilter) => void;
}

/** Which rows are shown; the choice is part of the address, so that it can be sent to somebody. */
export function StatusFilterBar({ value, counts, onChange }: StatusFilterBarProps) {
  return (
    <fieldset className="status-filter">
      <legend>Show</legend>
      {statusFilters.map((filter) => (
        <label key={filter}>
          <input
            type="radio"
            name="status"
            className="visually-hidden"
            value={filter}
            checked={filter === value}
            onChange={() => onChange(filter)}
          />
          <span>
            {filter} <small>{counts[filter]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
