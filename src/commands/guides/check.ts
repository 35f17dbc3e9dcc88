import type { GuideFolder } from '../../domain/guides/guide-folder.ts';
import { say } from '../say.ts';

/** Reads every guide file and prints every problem as `file:line:column path: message`; fails when there is one. */
export async function checkGuideFiles(folder: GuideFolder): Promise<void> {
  const names = await folder.listFiles();
  let problemCount = 0;
  for (const name of names) {
    const { problems } = await folder.readFile(name);
    problemCount += problems.length;
    for (const problem of problems) say(problem);
  }
  say(`Guide files read: ${names.length}. Problems found: ${problemCount}.`);
  if (problemCount > 0) process.exitCode = 1;
}
