import type { Route } from '../route.ts';

export const registerRoutes: readonly Route[] = [];
