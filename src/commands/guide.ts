import { parseArgs } from 'node:util';
import { readSettings } from '../config.ts';
import { runMain, UsageError } from '../run-main.ts';
import { openStreamingAlone } from '../streaming.ts';
import { openFolder, openWorkplace } from '../workplace.ts';
import { checkGuideFiles } from './guides/check.ts';
import { exportGuides } from './guides/export.ts';
import { importGuides } from './guides/import.ts';
import { listGuides } from './guides/list.ts';
import { matchGuides } from './guides/match.ts';

const USAGE = `npm run guide -- check                  reads every file in the tracks folder and names what is wrong
npm run guide -- import                 brings changed files into the database
npm run guide -- export [GUIDE ...]     writes published guides into the tracks folder
npm run guide -- list                   the guides, their revisions, and files that wait for a person
npm run guide -- match GUIDE [...]      looks for the tracks of guides on the streaming service`;

async function main(): Promise<void> {
  const { command, guides } = readArguments();
  const { settings, secrets } = readSettings(process.env);
  if (command === 'check') return await checkGuideFiles(openFolder(settings));
  const workplace = await openWorkplace(settings, secrets);
  try {
    if (command === 'import') await importGuides(workplace, settings.service?.name);
    if (command === 'export') await exportGuides(workplace, guides);
    if (command === 'list') await listGuides(workplace.database);
    if (command === 'match') await withStreaming();
  } finally {
    await workplace.close();
  }

  async function withStreaming(): Promise<void> {
    if (guides.length === 0) throw new UsageError(`Say which guide to match.\n${USAGE}`);
    const streaming = await openStreamingAlone(settings, secrets);
    if (!streaming)
      throw new UsageError('No streaming service is configured, so there is nothing to search.');
    try {
      await matchGuides(workplace, streaming.catalog, guides);
    } finally {
      streaming.close();
    }
  }
}

const COMMANDS = ['check', 'import', 'export', 'list', 'match'] as const;

function readArguments(): { command: (typeof COMMANDS)[number]; guides: string[] } {
  const [name, ...guides] = readPositionals();
  const command = COMMANDS.find((known) => known === name);
  if (!command) throw new UsageError(name ? `There is no command “${name}”.\n${USAGE}` : USAGE);
  return { command, guides };
}

function readPositionals(): string[] {
  try {
    return parseArgs({ allowPositionals: true }).positionals;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

await runMain(main);
