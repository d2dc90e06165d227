import type { Route } from '../route.ts';

export const operationsRoutes: readonly Route[] = [];
