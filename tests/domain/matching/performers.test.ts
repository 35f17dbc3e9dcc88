import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePerformers } from '../../../src/domain/matching/performers.ts';

test.each([
  [['Sting'], ['STING'], 'same'],
  [['The Palladinos'], ['Palladinos'], 'same'],
  [['Palladinos, The'], ['The Palladinos'], 'same'],
  [['Sinatra, Frank'], ['Frank Sinatra'], 'same'],
  [['Beyoncé'], ['Beyonce'], 'same'],
  [['R.E.M.'], ['REM'], 'same'],
  [['A$AP Ferg'], ['ASAP Ferg'], 'same'],
  [['Sting & Eric Clapton'], ['Eric Clapton', 'Sting'], 'same'],
  [['Sting feat. Eric Clapton'], ['Sting', 'Eric Clapton'], 'same'],
  [['Roberta Flack With Donny Hathaway'], ['Roberta Flack', 'Donny Hathaway'], 'same'],
  [['Simon and Garfunkel'], ['Simon & Garfunkel'], 'same'],
  [['Earth, Wind & Fire'], ['Earth Wind & Fire'], 'same'],
  [['Tyler, The Creator'], ['Tyler, The Creator'], 'same'],
  [['Florence and the Machine'], ['Florence + The Machine'], 'same'],
  [['Glenn Miller'], ['Glenn Miller & His Orchestra'], 'same'],
  [['AC/DC'], ['AC/DC'], 'same'],
  [['!!!'], ['!!!'], 'same'],
  [['Oscar Peterson'], ['Oscar Peterson Trio'], 'credit'],
  [['Sting'], ['Sting', 'Mary J. Blige'], 'credit'],
  [['Sting', 'Mary J. Blige'], ['Sting'], 'credit'],
  [['Michael McDonald (with the New York Rock and Soul Revue)'], ['Michael McDonald'], 'credit'],
  [['Michael McDonald', 'The New York Rock and Soul Revue'], ['The New York Rock And Soul Revue'], 'partly'],
  [['Peggy Lee', 'Benny Goodman'], ['Benny Goodman', 'Jack Teagarden'], 'partly'],
  [['Sting'], [], 'unknown'],
  [[], ['Sting'], 'unknown'],
  [['Sting'], ['Various Artists'], 'unknown'],
  [['Пикник'], ['Picnic'], 'unknown'],
  [['Sting'], ['Frank Sinatra'], 'different'],
  [['Frank Sinatra'], ['Nancy Sinatra'], 'different'],
  [['The Sting'], ['Stinger'], 'different'],
  [['Sting'], ['The Sting Tribute Band'], 'different'],
  [['Queen'], ['Queens of the Stone Age'], 'different'],
  [['!!!'], ['???'], 'different'],
  [['Пикник'], ['Кино'], 'different'],
] as const)('%j and %j: %s', (wanted, have, agreement) => {
  expect(comparePerformers([...wanted], [...have])).toBe(agreement);
});

test('any names can be compared, and agree with themselves', () => {
  const names = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 4 });
  fc.assert(
    fc.property(names, (list) => {
      expect(['same', 'unknown']).toContain(comparePerformers(list, list.toReversed()));
    }),
  );
});
