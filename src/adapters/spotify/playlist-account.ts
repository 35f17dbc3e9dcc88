import type { Playlist, PlaylistAccount } from '../../domain/services/playlist-account.ts';
import type { ServiceName } from '../../domain/services/service.ts';
import { isServiceError, ServiceRefusedError } from '../../domain/services/service-errors.ts';
import type { Ask, Call } from './ask.ts';
import { checkFollowed } from './check-followed.ts';
import { isId, requireIds, unlessMissing } from './ids.ts';
import type { Wait } from './pace.ts';
import { fitDescription, fitName } from './playlist-details.ts';
import { addPlaylistItems, getPlaylistItems, ITEMS_PER_ADDITION, ITEMS_PER_PAGE } from './playlist-items.ts';
import { readPages } from './read-pages.ts';
import { repeatWhileMissing } from './repeat.ts';
import {
  EntryPageShape,
  FollowedShape,
  PlaylistPageShape,
  PlaylistShape,
  readShape,
  UserShape,
} from './shapes.ts';
import { toEntryId } from './to-recording.ts';

const PLAYLISTS_PER_PAGE = 50;

export function createPlaylistAccount(service: ServiceName, ask: Ask, wait: Wait): PlaylistAccount {
  const young = new Set<string>();
  /** A playlist made here a moment ago may not be known everywhere at the service. */
  const askPatiently = <T>(id: string, call: Call<T>) =>
    ask((api) => (young.has(id) ? repeatWhileMissing(() => call(api), wait) : call(api)));

  /** Whether its owner still has it: deleting a playlist only takes it out of the library. A refusal to say is no no. */
  const isFollowed = async (id: string): Promise<boolean> => {
    try {
      const { body } = await ask((api) => checkFollowed(api, id));
      return readShape(service, FollowedShape, body)[0];
    } catch (error) {
      if (error instanceof ServiceRefusedError) return true;
      throw error;
    }
  };

  const getUser = async () => readShape(service, UserShape, (await ask((api) => api.getMe())).body);

  return {
    service,

    async getOwner() {
      const { account_id, id, display_name } = await getUser();
      return { accountId: account_id ?? id, displayName: display_name ?? undefined };
    },

    async createPlaylist({ name, description, isPublic }) {
      const { body } = await ask((api) => api.createPlaylist(fitName(name), { public: isPublic }));
      const playlist = toPlaylist(readShape(service, PlaylistShape, body));
      young.add(playlist.id);
      const text = fitDescription(description);
      if (text) await bestEffort(askPatiently(playlist.id, describeAs(playlist.id, text)));
      return playlist;
    },

    async findPlaylist(id) {
      if (!isId(id)) return undefined;
      const answer = await ask((api) => unlessMissing(api.getPlaylist(id)));
      if (!answer) return undefined;
      const playlist = readShape(service, PlaylistShape, answer.body);
      const isOurs = playlist.owner?.id === (await getUser()).id;
      return isOurs && (await isFollowed(id)) ? toPlaylist(playlist) : undefined;
    },

    async listPlaylists() {
      const playlists = await readPages(service, PLAYLISTS_PER_PAGE, async (offset) => {
        const page = await ask((api) => api.getUserPlaylists({ limit: PLAYLISTS_PER_PAGE, offset }));
        return readShape(service, PlaylistPageShape, page.body);
      });
      return playlists.flatMap((playlist) => (playlist ? [toPlaylist(playlist)] : []));
    },

    async readItems(playlistId) {
      requireIds([playlistId]);
      const entries = await readPages(service, ITEMS_PER_PAGE, async (offset) => {
        const page = await askPatiently(playlistId, (api) => getPlaylistItems(api, playlistId, offset));
        return readShape(service, EntryPageShape, page.body);
      });
      return entries.flatMap((entry) => toEntryId(entry) ?? []);
    },

    async addItems(playlistId, recordingIds) {
      requireIds([playlistId, ...recordingIds]);
      for (let start = 0; start < recordingIds.length; start += ITEMS_PER_ADDITION) {
        const ids = recordingIds.slice(start, start + ITEMS_PER_ADDITION);
        await askPatiently(playlistId, (api) => addPlaylistItems(api, playlistId, ids));
      }
    },
  };
}

function toPlaylist({ id, name, external_urls }: PlaylistShape): Playlist {
  return { id, name, url: external_urls.spotify };
}

function describeAs(id: string, description: string): Call<unknown> {
  return (api) => api.changePlaylistDetails(id, { description });
}

/** For what a playlist can do without: some descriptions are refused for reasons nobody gives. */
async function bestEffort(attempt: Promise<unknown>): Promise<void> {
  try {
    await attempt;
  } catch (error) {
    if (!isServiceError(error)) throw error;
  }
}
