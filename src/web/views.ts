import ejs from 'ejs';

/** Draws a page: a view of `views/` within the layout. */
export interface Views {
  render(view: string, page: object): Promise<string>;
}

export function createViews(folder: string, options: { cache: boolean }): Views {
  const draw = (view: string, data: object) =>
    ejs.renderFile(`${folder}/${view}.ejs`, data, { cache: options.cache, root: folder, rmWhitespace: true });
  return {
    async render(view, page) {
      const body = await draw(view, { page });
      return await draw('layout/layout', { page, body });
    },
  };
}
