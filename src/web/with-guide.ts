import type { Request, Response } from 'express';
import { z } from 'zod';
import { Slug } from '../domain/guides/guide.ts';
import type { Context } from './context.ts';
import { NotFoundError, parseParams } from './parse-request.ts';
import type { PublishedGuide } from './published-guides.ts';

const GuideParams = z.looseObject({ guide: Slug });

type GuideHandler = (request: Request, response: Response, guide: PublishedGuide) => Promise<void>;

/** A handler for `/guides/:guide...`: finds the guide first, and leads on from a slug it used to have. */
export function withGuide(context: Context, handle: GuideHandler) {
  return async (request: Request, response: Response): Promise<void> => {
    const { guide: slug } = parseParams(request, GuideParams);
    const guide = await context.publishedGuides.find(slug);
    if (guide) return await handle(request, response, guide);
    const current = await context.guides.findSlug(slug);
    if (current === undefined || current === slug) throw new NotFoundError(`no guide ${slug}`);
    const start = context.site.path('/guides/');
    const rest = request.originalUrl.slice(start.length).replace(/^[^/?]*/, '');
    response.redirect(301, `${start}${current}${rest}`);
  };
}
