/** What every page needs besides its own content. */
export interface PageLayout {
  title: string;
  /** The path the sandbox lies under, without a slash at the end. */
  base: string;
}

/** Makes the layout of pages that a browser reaches below `publicUrl`. */
export function pageLayout(publicUrl: string): (title: string) => PageLayout {
  const base = new URL(publicUrl).pathname.replace(/\/$/, '');
  return (title) => ({ title, base });
}
