import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative } from 'node:path';

// Node strips no types under node_modules, so the published package carries JavaScript: the same
// files with their types blanked out (line and column stay) and their imports written as paths.

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
for (const item of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
  if (!item.isFile() || item.name.endsWith('.test.ts') || item.parentPath.endsWith('testing')) continue;
  const path = relative(join(root, 'src'), join(item.parentPath, item.name));
  compileFile(path);
}

function compileFile(path: string): void {
  const from = join(root, 'src', path);
  mkdirSync(join(dist, dirname(path)), { recursive: true });
  if (!path.endsWith('.ts')) return cpSync(from, join(dist, path));
  const script = stripTypeScriptTypes(readFileSync(from, 'utf8'));
  writeFileSync(join(dist, path.replace(/\.ts$/, '.js')), rewriteImports(script, path));
}

/** `#base/url.ts` and `./x.ts` become relative paths that end in `.js`. */
function rewriteImports(script: string, path: string): string {
  return script.replace(/(['"])(#[a-z]+\/|\.{1,2}\/)([^'"\n]+)\.ts\1/g, (whole, quote, head, rest) => {
    if (!head.startsWith('#')) return `${quote}${head}${rest}.js${quote}`;
    const target = relative(dirname(path), `${head.slice(1)}${rest}.js`);
    return `${quote}${target.startsWith('.') ? target : `./${target}`}${quote}`;
  });
}
