import type { Route } from '../route.ts';

export const campaignsRoutes: readonly Route[] = [];
