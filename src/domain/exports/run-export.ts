import type { Guide } from '../guides/guide.ts';
import type { Match } from '../matching/match.ts';
import type { LeftOut } from '../playlists/left-out.ts';
import { buildPlaylist, type GuidePlaylist, listLeftOut, type PlaylistEntry } from '../playlists/playlist.ts';
import type { Playlist, PlaylistAccount } from '../services/playlist-account.ts';
import { SERVICE_TITLES } from '../services/service.ts';
import type { Export, ExportStore } from './export.ts';
import { playlistDetails } from './playlist-details.ts';

export interface ExportRun {
  made: Export;
  guide: Guide;
  /** Those of the export's service. */
  matches: Match[];
  account: PlaylistAccount;
  exports: ExportStore;
  clock: () => Date;
  /** Awaited before each step that writes; throws when somebody else does the work by now. */
  renewLease: () => Promise<void>;
}

/**
 * Puts a guide's music into the playlist of one account and returns the finished export. The first press makes the
 * playlist, later ones fill up the same one. Recordings are only added, in the wanted order, at the end: what the
 * listener added or moved stays as it is. A recording of ours that they took out is added again.
 */
export async function runExport(run: ExportRun): Promise<Export> {
  const save = createSaver(run);
  await save({ state: 'running', trackCount: run.guide.tracks.length, failure: undefined });
  await fill(run, save);
  return await save({ state: 'done' });
}

type Save = (change: Partial<Export>) => Promise<Export>;

/** Saves each step of the export, so that anybody who watches its row sees how far it is. */
function createSaver({ made, exports, clock, renewLease }: ExportRun): Save {
  let current = made;
  return async (change) => {
    await renewLease();
    current = { ...current, ...change, updatedAt: clock().toISOString() };
    await exports.saveExport(current);
    return current;
  };
}

async function fill(run: ExportRun, save: Save): Promise<void> {
  const { guide, matches, account, made } = run;
  const wish = buildPlaylist({ guide, matches, order: made.order });
  const wanted = wish.entries.filter(isFound);
  await save({ leftOut: listLeftOut(wish) });
  const opened = await openPlaylist(run, wish);
  if (opened === undefined) return;
  const { playlist, isUpdate } = opened;
  await save({ playlistId: playlist.id, playlistUrl: playlist.url, playlistName: playlist.name, isUpdate });
  const added = await addMissing(run, playlist, wanted);
  await save({ added, ...(await readBack(account, playlist, wish)) });
}

function isFound(entry: PlaylistEntry): entry is PlaylistEntry & { recordingId: string } {
  return entry.recordingId !== undefined;
}

/** The playlist made at an earlier press, or a new one; none as long as there is nothing to put into it. */
async function openPlaylist(
  { guide, account, exports, renewLease }: ExportRun,
  wish: GuidePlaylist,
): Promise<{ playlist: Playlist; isUpdate: boolean } | undefined> {
  const { accountId } = await account.getOwner();
  const earlier = await exports.findExportedPlaylist(account.service, accountId, guide.id);
  const found = earlier && (await account.findPlaylist(earlier.playlistId));
  if (found) return { playlist: found, isUpdate: true };
  if (!wish.entries.some(isFound)) return undefined;
  await renewLease();
  const playlist = await account.createPlaylist(playlistDetails(wish));
  await exports.saveExportedPlaylist({
    service: account.service,
    accountId,
    guide: guide.id,
    playlistId: playlist.id,
  });
  return { playlist, isUpdate: false };
}

async function addMissing(
  { account, renewLease }: ExportRun,
  playlist: Playlist,
  wanted: { recordingId: string }[],
): Promise<number> {
  const held = new Set(await account.readItems(playlist.id));
  const missing = [...new Set(wanted.map(({ recordingId }) => recordingId))].filter((id) => !held.has(id));
  if (missing.length === 0) return 0;
  await renewLease();
  await account.addItems(playlist.id, missing);
  return missing.length;
}

/** What the playlist really holds afterwards; a track that the service did not keep is left out with that reason. */
async function readBack(
  account: PlaylistAccount,
  playlist: Playlist,
  wish: GuidePlaylist,
): Promise<Pick<Export, 'carried' | 'leftOut'>> {
  const held = new Set(await account.readItems(playlist.id));
  const found = wish.entries.filter(isFound);
  const refused = found.filter(({ recordingId }) => !held.has(recordingId));
  const reason = `It was added, but ${SERVICE_TITLES[account.service]} did not keep it in the playlist.`;
  const notKept = refused.map(
    ({ track: { id, title } }): LeftOut => ({ track: id, title, grade: 'same', reason }),
  );
  return { carried: found.length - refused.length, leftOut: [...listLeftOut(wish), ...notKept] };
}
