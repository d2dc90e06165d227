// Ends with 0 when the service in this container answers and its database does too.
const port = process.env.XUNWANG_PORT ?? '8600';
const signal = AbortSignal.timeout(4000);
const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).catch(() => null);
process.exitCode = answer?.ok ? 0 : 1;
