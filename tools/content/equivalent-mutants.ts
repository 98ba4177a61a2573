/**
 * Changes of a solution that its check cannot notice, since they change nothing that matters:
 * topic/exercise → change (as `mutate` names it) → the reason.
 */
export const equivalentMutants: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
