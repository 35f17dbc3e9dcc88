/** The tables, as the migrations leave them. Dates are ISO text, JSON is text, ids are random text. */
export interface Tables {
  guides: {
    id: string;
    slug: string;
    /** The newest published revision. */
    newest: number;
    page_version: number;
    /** JSON of a GuideSummary. */
    summary: string;
  };
  /** Every slug a guide has or had. */
  guide_slugs: { slug: string; guide_id: string };
  revisions: {
    guide_id: string;
    number: number;
    parent: number | null;
    author: string;
    message: string;
    created_at: string;
    hash: string;
    /** JSON as a guide file holds it. */
    content: string;
  };
  search_entries: {
    guide_id: string;
    position: number;
    kind: string;
    track: string | null;
    track_title: string | null;
    text: string;
    key: string;
  };
  guide_files: {
    path: string;
    guide: string;
    file_hash: string;
    content_hash: string;
    base_hash: string | null;
    conflict: string | null;
  };
  matches: {
    guide_id: string;
    track: string;
    service: string;
    /** JSON of a Decision. */
    decision: string;
    decided_by: string;
    decided_at: string;
    fingerprint: string;
  };
  match_requests: { guide_id: string; service: string; requested_at: string };
  connections: {
    id: string;
    service: string;
    account_id: string;
    display_name: string | null;
    sealed_tokens: string;
    authorised_at: string;
    used_at: string;
  };
  exports: {
    id: string;
    guide_id: string;
    connection_id: string;
    service: string;
    state: string;
    /** JSON of what the visitor is shown. */
    details: string;
    created_at: string;
    updated_at: string;
  };
  exported_playlists: { service: string; account_id: string; guide_id: string; playlist_id: string };
  leases: { name: string; owner: string; number: number; expires_at: string };
}
