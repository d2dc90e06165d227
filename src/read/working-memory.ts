/**
 * Arrays that live as long as one page is read. They lie in one piece of memory that is used
 * again page after page: to get and clear fresh memory for each array costs more than to fill it.
 */

/** A page that needs more has arrays of its own beyond this. Bytes. */
const MAX_BYTES = 8 << 20;
/** Arrays begin at multiples of this. Bytes. */
const STEP = 8;

let memory = new ArrayBuffer(1 << 18);
let used = 0;
let isOpen = false;

/** Runs a reader whose arrays nobody keeps. What is made outside of one has its own memory. */
export function inWorkingMemory<T>(read: () => T): T {
  const [before, wasOpen] = [used, isOpen];
  isOpen = true;
  try {
    return read();
  } finally {
    used = before;
    isOpen = wasOpen;
  }
}

/** Where so many bytes are free in the working memory; -1 when they are not to be had. */
function placeFor(bytes: number): number {
  if (!isOpen || used + bytes > MAX_BYTES) return -1;
  // Arrays in the old memory keep it as long as they live.
  while (used + bytes > memory.byteLength) memory = new ArrayBuffer(memory.byteLength * 2);
  const place = used;
  used = (used + bytes + STEP - 1) & -STEP;
  return place;
}

/** An array of noughts. */
export function newInt32s(length: number): Int32Array {
  const place = placeFor(length * 4);
  return place < 0 ? new Int32Array(length) : new Int32Array(memory, place, length).fill(0);
}

/** An array of noughts. */
export function newInt16s(length: number): Int16Array {
  const place = placeFor(length * 2);
  return place < 0 ? new Int16Array(length) : new Int16Array(memory, place, length).fill(0);
}

/** An array of noughts. */
export function newUint8s(length: number): Uint8Array {
  const place = placeFor(length);
  return place < 0 ? new Uint8Array(length) : new Uint8Array(memory, place, length).fill(0);
}

/** An array that holds anything: whoever asks for it writes before he reads. */
export function newUnits(length: number): Uint16Array {
  const place = placeFor(length * 2);
  return place < 0 ? new Uint16Array(length) : new Uint16Array(memory, place, length);
}
