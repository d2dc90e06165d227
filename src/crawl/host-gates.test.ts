import assert from 'node:assert/strict';
import { it } from 'node:test';
import { HostGates } from './host-gates.ts';

const never = new AbortController().signal;

/** Enters, and notes the name once admitted. */
function enter(gates: HostGates, host: string, admitted: string[], ceiling = 16): void {
  void gates.enter(host, ceiling, never).then(() => admitted.push(host));
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('a host is given as many turns as its pace and the ceiling allow', async () => {
  const gates = new HostGates();
  const admitted: string[] = [];
  for (let count = 0; count < 6; count++) enter(gates, 'a', admitted);
  for (let count = 0; count < 6; count++) enter(gates, 'b', admitted, 2);
  await settle();
  assert.deepEqual(admitted, ['a', 'a', 'a', 'a', 'b', 'b']);
  gates.leave('b', 2, null);
  await settle();
  assert.equal(admitted.length, 7);
});

it('all hosts together are given no more turns than the net bears', async () => {
  const gates = new HostGates(3);
  const admitted: string[] = [];
  for (const host of ['a', 'b', 'c', 'd', 'e']) enter(gates, host, admitted);
  await settle();
  assert.deepEqual(admitted, ['a', 'b', 'c']);
  gates.leave('b', 16, null);
  gates.leave('a', 16, null);
  await settle();
  assert.deepEqual(admitted, ['a', 'b', 'c', 'd', 'e']);
});

it('a paused host waits, and a spaced one has its requests apart', async () => {
  const gates = new HostGates();
  const admitted: string[] = [];
  assert.equal(gates.pause('a', 20) > 0, true);
  assert.ok(gates.pause('a', 10) < 1);
  gates.space('b', 20);
  enter(gates, 'a', admitted);
  enter(gates, 'b', admitted);
  enter(gates, 'b', admitted);
  await settle();
  assert.deepEqual(admitted, ['b']);
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual(admitted.sort(), ['a', 'b', 'b']);
});

it('one who stops waiting leaves the queue', async () => {
  const gates = new HostGates(1);
  const admitted: string[] = [];
  enter(gates, 'a', admitted);
  const stop = new AbortController();
  const waiting = gates.enter('a', 16, stop.signal);
  enter(gates, 'a', admitted);
  stop.abort();
  await assert.rejects(waiting);
  await assert.rejects(gates.enter('a', 16, stop.signal));
  gates.leave('a', 16, null);
  await settle();
  assert.deepEqual(admitted, ['a', 'a']);
});
