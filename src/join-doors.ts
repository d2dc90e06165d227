import type { App } from '#api/listen.ts';
import type { Portal } from './open-portal.ts';

/**
 * One server for both web doors. A portal with a host of its own gets all that is asked of that
 * host, and the office is not to be found there; else it stands below its base.
 */
export function joinDoors(office: App, portal: Portal | null): App {
  if (portal === null) return office;
  const { app, base, ownOrigin } = portal;
  if (ownOrigin === null) {
    return {
      fetch: (request, env) => {
        const path = new URL(request.url).pathname;
        const isPublic = path === base || path.startsWith(`${base}/`);
        return isPublic ? app.fetch(request, env) : office.fetch(request, env);
      },
    };
  }
  const { host } = new URL(ownOrigin);
  return {
    fetch: (request, env) =>
      new URL(request.url).host === host ? app.fetch(request, env) : office.fetch(request, env),
  };
}
