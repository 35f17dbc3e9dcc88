/** A guide's sleeve: a drawn square in its colour, with ink that can be read on it. */
export interface Sleeve {
  colour: string;
  ink: string;
  /** The film's title broken into lines that fit the square. */
  lines: string[];
  year: number;
}

const HOUSE_COLOUR = '#23395b';
const LINE_LETTERS = 11;

export function sleeve(film: { title: string; year: number }, colour: string = HOUSE_COLOUR): Sleeve {
  return { colour, ink: readableInk(colour), lines: breakLines(film.title), year: film.year };
}

/** Black or white, whichever stands out more by WCAG's contrast (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
function readableInk(colour: string): string {
  const light = luminance(colour);
  const onWhite = 1.05 / (light + 0.05);
  const onBlack = (light + 0.05) / 0.05;
  return onBlack > onWhite ? '#14110f' : '#fffdf8';
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function breakLines(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE_LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > LINE_LETTERS + 3 ? `${word.slice(0, LINE_LETTERS + 2)}…` : word);
  }
  return lines.slice(0, 4);
}
