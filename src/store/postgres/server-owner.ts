import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { errnoOf } from '#store/disk-refusal.ts';
import type { Cluster } from './cluster.ts';
import { identityOf, isSameProcessAlive, type ProcessIdentity } from './process-identity.ts';

/** Notes that this process started the server, and so stops it. */
export function noteOwner(cluster: Cluster): void {
  const fresh = `${cluster.ownerFile}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(identityOf(process.pid)));
  renameSync(fresh, cluster.ownerFile);
}

export function forgetOwner(cluster: Cluster): void {
  if (ownerOf(cluster)?.pid === process.pid) rmSync(cluster.ownerFile, { force: true });
}

/**
 * Takes over a server whose starter died without stopping it. Of several who try, one gets it:
 * only one can rename the dead owner's note away.
 */
export function adoptIfOrphan(cluster: Cluster): boolean {
  const owner = ownerOf(cluster);
  if (owner === null || isSameProcessAlive(owner)) return false;
  const taken = `${cluster.ownerFile}.taken-${process.pid}`;
  try {
    renameSync(cluster.ownerFile, taken);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
  const isStill = readIdentity(taken)?.pid === owner.pid;
  if (isStill) noteOwner(cluster);
  else renameSync(taken, cluster.ownerFile);
  rmSync(taken, { force: true });
  return isStill;
}

function ownerOf(cluster: Cluster): ProcessIdentity | null {
  return readIdentity(cluster.ownerFile);
}

function readIdentity(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}

/** Whether the process that started the server, or took it over, lives. */
export function hasLivingOwner(cluster: Cluster): boolean {
  const owner = ownerOf(cluster);
  return owner !== null && isSameProcessAlive(owner);
}
