/** Where every path of the guide's edition begins. */
export const GUIDE_ROOT = '/v2/providers/seller-api/apis/api/v1';
