import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolderError, findSecretKeys, SecretKeyDamagedError } from '../../src/secret-keys.ts';
import { makePlace, type Place } from '../support/run-program.ts';

let place: Place;
beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

test('a key is made at the first start, for its owner’s eyes alone, and found again', async () => {
  const [key = '', ...more] = findSecretKeys(place.data, []);
  expect(more).toEqual([]);
  expect(key).toMatch(/^[\w-]{43}$/);
  const file = join(place.data, 'secret-key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toBe(`${key}\n`);
  expect(findSecretKeys(place.data, [])).toEqual([key]);
});

test('two folders have two keys', () => {
  expect(findSecretKeys(join(place.folder, 'a'), [])).not.toEqual(
    findSecretKeys(join(place.folder, 'b'), []),
  );
});

test('keys from the settings are used, and none is made', async () => {
  const keys = ['n'.repeat(32), 'o'.repeat(32)];
  expect(findSecretKeys(place.data, keys)).toEqual(keys);
  await expect(stat(join(place.data, 'secret-key'))).rejects.toThrow('ENOENT');
});

test('a data folder that is no folder is named', async () => {
  await writeFile(place.data, '');
  expect(() => findSecretKeys(place.data, [])).toThrow(DataFolderError);
  expect(() => findSecretKeys(place.data, [])).toThrow(`${place.data} cannot be used (EEXIST)`);
  expect(() => findSecretKeys(join(place.data, 'within'), [])).toThrow(
    `${place.data}/within cannot be used (ENOTDIR)`,
  );
});

test.each(['', '\n', 'cut-short\n'])(
  'a key that was cut short (%j) is refused, with what to do',
  async (rest) => {
    findSecretKeys(place.data, []);
    const file = join(place.data, 'secret-key');
    await writeFile(file, rest);
    expect(() => findSecretKeys(place.data, [])).toThrow(new SecretKeyDamagedError(file));
    await rm(file);
    expect(findSecretKeys(place.data, [])[0]).toHaveLength(43);
  },
);
