import { cueSheetCsv } from './cue-sheet-csv.ts';
import { json } from './json.ts';
import { jspf } from './jspf.ts';
import { m3u8 } from './m3u8.ts';
import type { PlaylistFile } from './playlist-file.ts';
import { soundiizCsv } from './soundiiz-csv.ts';
import { tracksCsv } from './tracks-csv.ts';
import { tuneMyMusicCsv } from './tunemymusic-csv.ts';
import { xspf } from './xspf.ts';

/** The files of a playlist, in the order in which a visitor is likely to want them. */
export const PLAYLIST_FILES: readonly PlaylistFile[] = [
  tuneMyMusicCsv,
  soundiizCsv,
  tracksCsv,
  cueSheetCsv,
  xspf,
  jspf,
  m3u8,
  json,
];
