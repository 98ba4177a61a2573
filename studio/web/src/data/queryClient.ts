import { QueryClient } from "@tanstack/react-query";
import { RequestError } from "./fetchJson";

/** One try more for a server that is just starting; what it says is not there is not asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) =>
        failures < 2 && !(error instanceof RequestError && error.status >= 400),
      retryDelay: 400,
      refetchOnWindowFocus: false,
      networkMode: "always",
    },
  },
});
