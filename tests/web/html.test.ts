import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGE_KINDS, type PageKind } from '../support/page-kinds.ts';
import { startSite, type TestSite } from '../support/test-site.ts';
import { Visitor } from '../support/visitor.ts';

let site: TestSite;
let visitor: Visitor;
const htmlValidate = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // While a playlist is saved its page looks again each second, and stops by itself when that has ended.
  rules: { 'meta-refresh': 'off' },
});
beforeAll(async () => {
  site = await startSite();
  visitor = new Visitor(site);
});
afterAll(() => site.close());

describe('the HTML is valid', () => {
  test.each(PAGE_KINDS.map((kind) => [kind.name, kind] as [string, PageKind]))(
    'of %s',
    async (_name, kind) => {
      const { html, status } = await kind.open(visitor);
      expect(status).toBe(kind.status);
      expect(kind.sign.test(html)).toBe(true);
      const { results } = await htmlValidate.validateString(html);
      const problems = results.flatMap(({ messages }) => messages);
      expect(problems.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
    },
  );
});

test('the check sees a mistake when there is one', async () => {
  const html = (await site.text('/')).replace('<h1>', '<h1 id="q">');
  const { valid } = await htmlValidate.validateString(html);
  expect(valid).toBe(false);
});
