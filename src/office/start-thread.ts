import { enableCompileCache } from 'node:module';

// A thread does not share what its process has compiled: without this it strips and compiles all
// its files anew, for half a second of processor time and 18 MB. Hence before anything is imported.
enableCompileCache();
await import('./site-thread.ts');
