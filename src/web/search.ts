import type { Request, Response } from 'express';
import { z } from 'zod';
import { searchKey } from '../domain/guides/search-key.ts';
import type { Context } from './context.ts';
import { searchPage } from './pages/search-page.ts';
import { parseQuery } from './parse-request.ts';
import { sendOnce } from './send-page.ts';

const Query = z.object({ q: z.string().max(200).default('') });
const MOST_HITS = 60;
const MOST_WORDS = 8;

export function showSearch(context: Context) {
  return async (request: Request, response: Response) => {
    const { q } = parseQuery(request, Query);
    const asked = q.replace(/\p{Cc}+/gu, ' ').trim();
    const words = searchKey(asked).split(' ').filter(Boolean).slice(0, MOST_WORDS);
    const hits = words.length > 0 ? await context.guides.searchEntries(words, MOST_HITS) : [];
    const html = await context.views.render('search/show', searchPage(context.site, asked, hits));
    await sendOnce(request, response, html, 'text/html; charset=utf-8');
  };
}
