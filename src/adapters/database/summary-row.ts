import { z } from 'zod';
import type { GuideSummary } from '../../domain/guides/guide-store.ts';
import { parseJson } from './parse-json.ts';

const Summary = z.object({
  slug: z.string(),
  title: z.string(),
  year: z.number(),
  directors: z.array(z.string()),
  trackCount: z.number(),
  colour: z.string().optional(),
  introduction: z.string().optional(),
  revision: z.number(),
  publishedAt: z.string(),
});

/** The summary stored with a guide when it was last published. */
export function parseSummary({ slug, summary }: { slug: string; summary: string }): GuideSummary {
  return parseJson(Summary, summary, `the summary of guide ${slug}`);
}
