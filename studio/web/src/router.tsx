import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { courseQuery, progressQuery, topicQuery } from "./data/queries";
import { queryClient } from "./data/queryClient";
import { isStatusFilter, type StatusFilter } from "./roadmap/filter";
import { ErrorView } from "./shell/ErrorView";
import { Loading } from "./shell/Loading";
import { NotFound } from "./shell/NotFound";
import { Shell } from "./shell/Shell";

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

// Loaders start the requests while the page's code is on its way; the pages show the states themselves.
const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  loader: () => {
    void queryClient.prefetchQuery(courseQuery);
    void queryClient.prefetchQuery(progressQuery);
  },
  component: lazyRouteComponent(() => import("./home/HomePage"), "HomePage"),
});

const roadmapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/roadmap",
  loader: () => void queryClient.prefetchQuery(courseQuery),
  component: lazyRouteComponent(() => import("./roadmap/RoadmapPage"), "RoadmapPage"),
});

export interface TrackSearch {
  readonly show?: StatusFilter;
}

const trackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/roadmap/$track",
  validateSearch: (search: Record<string, unknown>): TrackSearch =>
    isStatusFilter(search.show) ? { show: search.show } : {},
  loader: () => void queryClient.prefetchQuery(courseQuery),
  component: lazyRouteComponent(() => import("./roadmap/TrackPage"), "TrackPage"),
});

const topicRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/topics/$id",
  loader: ({ params }) => {
    void queryClient.prefetchQuery(topicQuery(params.id));
    // The editor is large, and every lesson has one: it comes along with the lesson's text.
    void import("./editor/Editor");
  },
  component: lazyRouteComponent(() => import("./lesson/TopicPage"), "TopicPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/SettingsPage"), "SettingsPage"),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    roadmapRoute,
    trackRoute,
    topicRoute,
    settingsRoute,
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: ErrorView,
  defaultPendingComponent: Loading,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
