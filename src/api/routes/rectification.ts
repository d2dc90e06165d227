import type { Route } from '../route.ts';

export const rectificationRoutes: readonly Route[] = [];
