const isMac = typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.userAgent);

/** The keys that run a program, as this machine writes them. */
export const runKey = isMac ? "⌘ Enter" : "Ctrl Enter";
