import type { Request, Response } from 'express';
import type { Context } from './context.ts';
import { NoticeQuery, sayNotice } from './notices.ts';
import { parseQuery } from './parse-request.ts';
import { sendPage } from './send-page.ts';

/** What is kept about visitors, and for how long. */
export function showPrivacy(context: Context) {
  return async (request: Request, response: Response) => {
    const { notice } = parseQuery(request, NoticeQuery);
    await sendPage(context, request, response, {
      key: notice ?? '',
      version: context.site.version,
      render: () =>
        context.views.render('privacy/show', {
          site: context.site,
          path: '/privacy',
          title: 'What we keep about you',
          description:
            'Reading needs no account and no cookie. What is kept when you connect an account, and how it goes.',
          notice: sayNotice(notice),
          connectionPath: context.site.service && context.site.path(`/connect/${context.site.service}`),
        }),
    });
  };
}
