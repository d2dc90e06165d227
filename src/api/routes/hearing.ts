import type { Route } from '../route.ts';

export const hearingRoutes: readonly Route[] = [];
