import { consoleMay, libraryRooms, rooms } from './rooms.ts';
import { importsOf, isTestFile, type SourceFile } from './source-files.ts';

/** Every import that goes through a wall, as a sentence with the reason and the remedy. */
export function brokenWalls(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file.text).flatMap((specifier) => {
      const wall = brokenWall(file.path, specifier);
      return wall === null ? [] : [`${file.path} imports ${specifier}: ${wall}`];
    }),
  );
}

function brokenWall(path: string, specifier: string): string | null {
  if (specifier.startsWith('#'))
    return brokenRoomWall(path, specifier.slice(1).split('/')[0] ?? '');
  if (specifier.startsWith('.')) return leavesRoom(path, specifier);
  if (specifier.startsWith('node:') || isTestFile(path)) return null;
  return brokenLibraryWall(path, specifier);
}

function brokenRoomWall(path: string, target: string): string | null {
  if (path.startsWith('console/')) return brokenConsoleWall(target);
  const name = roomOf(path);
  if (name === null || name === target) return null;
  const room = rooms[name];
  if (!room) return `no room is called ${name}; add it to test/house/rooms.ts with a reason`;
  if (room.may.includes(target) || isTestFile(path)) return null;
  return `${name} may not import ${target}, because ${room.because}. Instead: ${room.instead}.`;
}

function brokenConsoleWall(target: string): string | null {
  if (consoleMay.includes(target)) return null;
  return `the console may not import ${target}, because what it bundles runs in a browser that nobody trusts. Instead: ask the API.`;
}

function leavesRoom(path: string, specifier: string): string | null {
  const name = roomOf(path);
  if (name === null) return leavesConsole(path, specifier);
  const inside = path.split('/').slice(2, -1);
  const ups = specifier.split('/').filter((part) => part === '..').length;
  if (ups <= inside.length) return null;
  return `write imports across rooms as #room/file.ts, so that the wall they cross can be seen.`;
}

function leavesConsole(path: string, specifier: string): string | null {
  if (!path.startsWith('console/src/')) return null;
  const inside = path.split('/').slice(2, -1);
  const ups = specifier.split('/').filter((part) => part === '..').length;
  return ups <= inside.length
    ? null
    : 'what it shares with the service is written #domain or #base.';
}

function brokenLibraryWall(path: string, specifier: string): string | null {
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  const home = libraryRooms[name];
  if (home === undefined) {
    return `a new library: justify it in docs/decisions/ and give it a room in test/house/rooms.ts.`;
  }
  const homes = [home].flat();
  if (homes.some((one) => path.startsWith(one))) return null;
  return `${name} lives in ${homes.join(' and ')}, so that it can be changed in one place. Instead: call what stands there.`;
}

function roomOf(path: string): string | null {
  const parts = path.split('/');
  return parts[0] === 'src' && parts.length > 2 ? (parts[1] ?? null) : null;
}
