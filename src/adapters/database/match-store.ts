import type { Selectable } from 'kysely';
import { z } from 'zod';
import { GRADES, type Match, type MatchStore } from '../../domain/matching/match.ts';
import type { ServiceName } from '../../domain/services/service.ts';
import { getGuideId, raisePageVersion } from './guide-slugs.ts';
import { type Handle, inTransaction } from './handle.ts';
import { parseJson } from './parse-json.ts';
import type { Tables } from './tables.ts';

const Penalties = z.array(z.object({ name: z.string(), points: z.number(), reason: z.string() }));
const Decision = z.object({
  grade: z.enum(GRADES),
  recordingId: z.string().optional(),
  confidence: z.number(),
  reasons: z.array(z.string()),
  penalties: Penalties,
  alternates: z.array(z.object({ recordingId: z.string(), confidence: z.number(), penalties: Penalties })),
});

/** Decisions and requests, kept by the guide's id so that a renamed guide keeps them. */
export function createMatchStore(handle: Handle): MatchStore {
  const { db } = handle;
  return {
    async listMatches(guide, service) {
      const rows = await db
        .selectFrom('matches')
        .innerJoin('guide_slugs', 'guide_slugs.guide_id', 'matches.guide_id')
        .innerJoin('guides', 'guides.id', 'matches.guide_id')
        .selectAll('matches')
        .select('guides.slug as slug')
        .where('guide_slugs.slug', '=', guide)
        .where('service', '=', service)
        .execute();
      return rows.map((row) => toMatch(row, row.slug, service));
    },
    async saveMatch(match) {
      await inTransaction(handle, async (transaction) => {
        const guideId = await getGuideId(transaction, match.guide);
        await raisePageVersion(transaction, guideId);
        const row = toRow(match);
        await transaction
          .insertInto('matches')
          .values({ guide_id: guideId, track: match.track, service: match.service, ...row })
          .onConflict((conflict) => conflict.columns(['guide_id', 'service', 'track']).doUpdateSet(row))
          .execute();
      });
    },
    async requestMatching(guide, service) {
      await db
        .insertInto('match_requests')
        .values({ guide_id: await getGuideId(db, guide), service, requested_at: handle.now() })
        .onConflict((conflict) => conflict.columns(['guide_id', 'service']).doNothing())
        .execute();
    },
    async listMatchRequests(service) {
      const rows = await db
        .selectFrom('match_requests')
        .innerJoin('guides', 'guides.id', 'match_requests.guide_id')
        .select('slug')
        .where('service', '=', service)
        .orderBy('requested_at')
        .orderBy('slug')
        .execute();
      return rows.map(({ slug }) => slug);
    },
    async removeMatchRequest(guide, service) {
      await db
        .deleteFrom('match_requests')
        .where('guide_id', '=', await getGuideId(db, guide))
        .where('service', '=', service)
        .execute();
    },
  };
}

function toRow({ decidedBy, decidedAt, fingerprint, ...match }: Match) {
  return {
    decision: JSON.stringify(Decision.parse(match)),
    decided_by: decidedBy,
    decided_at: decidedAt,
    fingerprint,
  };
}

function toMatch(row: Selectable<Tables['matches']>, guide: string, service: ServiceName): Match {
  return {
    ...parseJson(Decision, row.decision, `the match of ${guide}/${row.track} on ${service}`),
    guide,
    track: row.track,
    service,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    fingerprint: row.fingerprint,
  };
}
