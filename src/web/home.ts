import type { Request, Response } from 'express';
import type { Context } from './context.ts';
import { homePage } from './pages/home-page.ts';
import { sendPage } from './send-page.ts';

export function showHome(context: Context) {
  return async (request: Request, response: Response) => {
    const version = await context.publishedGuides.findSiteVersion();
    await sendPage(context, request, response, {
      version,
      async render() {
        const guides = await context.guides.listGuides();
        return await context.views.render('home/show', homePage(context.site, guides));
      },
    });
  };
}
