/**
 * The Content-Disposition header that saves a file as `<guide>-<fileName>`; a name beyond ASCII is given
 * a second time in the form of RFC 8187 (https://www.rfc-editor.org/rfc/rfc6266).
 */
export function contentDisposition(guide: string, fileName: string): string {
  const name = `${guide}-${fileName}`;
  const plain = name.replace(/[^\x20-\x7e]+|["%\\/]/g, '_');
  const header = `attachment; filename="${plain}"`;
  return plain === name ? header : `${header}; filename*=UTF-8''${encodeExtended(name)}`;
}

function encodeExtended(name: string): string {
  const percent = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percent);
}
