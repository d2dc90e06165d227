import type { CDPSession } from 'playwright-core';

/** 1.6 Mbit/s down, 0.75 up, 150 ms: a village's line. Bytes a second, and ms. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};
const SLOWER_CPU = 4;

/** From now on the page comes over a slow line to a processor four times slower than this one. */
export async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
}
