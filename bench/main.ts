import { check } from './check.ts';
import { render } from './render.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';

/** Every bench by its name; each returns the lines it prints. */
const BENCHES: Record<string, () => Promise<string[]>> = { start, serve, check, render };

/** Runs the benches named on the command line, or all of them. */
async function main(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no bench called ${unknown.join(' or ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`,
    );
    process.exitCode = 1;
    return;
  }
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stdout.write(`${(await bench()).join('\n')}\n\n`);
  }
}

await main(process.argv.slice(2));
