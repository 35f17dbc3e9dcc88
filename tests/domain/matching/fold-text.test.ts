import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldKey, foldText } from '../../../src/domain/matching/fold-text.ts';

test.each([
  ['  Jóhann   Jóhannsson ', 'johann johannsson'],
  ['Simon & Garfunkel', 'simon and garfunkel'],
  ['Don´t Don’t Don`t', 'dont dont dont'],
  ['Ｆｕｌｌ　Ｗｉｄｔｈ', 'full width'],
  ['İstanbul', 'istanbul'],
  ['Й', 'и'],
  ['Ħal Għaxaq', 'hal ghaxaq'],
  ['Τέλος', 'τελοσ'],
  ['ガ', 'ガ'],
  ['हिन्दी', 'हिन्दी'],
  ['Ke$ha', 'kesha'],
  ['$1,000', '1 000'],
  ['???', '???'],
  ['', ''],
])('%j folds to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('folding folded text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
    }),
  );
});

test('a key does not depend on blanks and full stops', () => {
  expect(foldKey('R.E.M.')).toBe(foldKey('REM'));
});
