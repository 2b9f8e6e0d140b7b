#pragma once
// What mediasoup-worker calls of libsrtp 3, carried out by libsrtp 2.
//
// Two things differ: version 3 hides a policy behind setters, where version 2 has an open struct, and
// version 3 writes from one buffer into another, where version 2 works in place. C++ overloads let both
// sets of functions bear the same names.

#include <srtp2/srtp.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

/** A version 2 policy together with the key bytes that it points to. */
struct OwnedSrtpPolicy
{
	::srtp_policy_t fields{};
	unsigned char keyAndSalt[SRTP_MAX_KEY_LEN]{};
};

using OwnedSrtpPolicyHandle = OwnedSrtpPolicy*;
// From here on the worker's `srtp_policy_t` is version 3's opaque handle.
#define srtp_policy_t OwnedSrtpPolicyHandle

// Codes that version 2 does not have: past its last one, so that none is taken for another.
static constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
static constexpr auto srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

inline srtp_err_status_t srtp_policy_create(OwnedSrtpPolicyHandle* created)
{
	*created = new (std::nothrow) OwnedSrtpPolicy();
	return *created == nullptr ? srtp_err_status_alloc_fail : srtp_err_status_ok;
}

inline void srtp_policy_destroy(OwnedSrtpPolicyHandle policy)
{
	if (policy == nullptr)
	{
		return;
	}
	std::memset(policy->keyAndSalt, 0, sizeof(policy->keyAndSalt));
	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(OwnedSrtpPolicyHandle policy, srtp_ssrc_t ssrc)
{
	policy->fields.ssrc = ssrc;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(OwnedSrtpPolicyHandle policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->fields.rtp, profile);
	if (status != srtp_err_status_ok)
	{
		return status;
	}
	return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->fields.rtcp, profile);
}

/** Version 2 wants key and salt in one piece. It has no master key identifier for a single key: unused here. */
inline srtp_err_status_t srtp_policy_add_key(
  OwnedSrtpPolicyHandle policy,
  const uint8_t* key,
  size_t keyLength,
  const uint8_t* salt,
  size_t saltLength,
  const uint8_t* /*keyIdentifier*/,
  size_t /*keyIdentifierLength*/)
{
	if (keyLength > sizeof(policy->keyAndSalt) || saltLength > sizeof(policy->keyAndSalt) - keyLength)
	{
		return srtp_err_status_bad_param;
	}
	std::memcpy(policy->keyAndSalt, key, keyLength);
	std::memcpy(policy->keyAndSalt + keyLength, salt, saltLength);
	policy->fields.key = policy->keyAndSalt;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(OwnedSrtpPolicyHandle policy, bool allowed)
{
	policy->fields.allow_repeat_tx = allowed ? 1 : 0;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(OwnedSrtpPolicyHandle policy, size_t packets)
{
	policy->fields.window_size = packets;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, OwnedSrtpPolicyHandle policy)
{
	const auto* fields = &policy->fields;
	return ::srtp_create(session, fields);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return ::srtp_remove_stream(session, ssrc);
}

/** Bytes of the index word at the end of an SRTCP packet (RFC 3711, section 3.4). */
static constexpr size_t srtcpIndexLength{ 4 };

/** The shape of all four of version 2's packet functions: the packet and its length are changed in place. */
using InPlaceSrtpCall = srtp_err_status_t (*)(srtp_t, void*, int*);

/**
 * Runs an in-place call from `in` to `out`.
 *
 * @param growth - bytes that the call may append to the packet
 * @param outLength - room in `out` before the call, length of the packet after it
 */
inline srtp_err_status_t runSrtpInPlace(
  InPlaceSrtpCall call,
  srtp_t session,
  const uint8_t* in,
  size_t inLength,
  uint8_t* out,
  size_t* outLength,
  size_t growth)
{
	if (*outLength < growth || inLength > *outLength - growth)
	{
		return srtp_err_status_buffer_small;
	}
	if (in != out)
	{
		std::memcpy(out, in, inLength);
	}
	auto length       = static_cast<int>(inLength);
	const auto status = call(session, out, &length);
	if (status == srtp_err_status_ok)
	{
		*outLength = static_cast<size_t>(length);
	}
	return status;
}

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t /*keyIndex*/)
{
	const InPlaceSrtpCall call = ::srtp_protect;
	return runSrtpInPlace(call, session, in, inLength, out, outLength, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t /*keyIndex*/)
{
	const InPlaceSrtpCall call = ::srtp_protect_rtcp;
	return runSrtpInPlace(call, session, in, inLength, out, outLength, SRTP_MAX_TRAILER_LEN + srtcpIndexLength);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
{
	const InPlaceSrtpCall call = ::srtp_unprotect;
	return runSrtpInPlace(call, session, in, inLength, out, outLength, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
{
	const InPlaceSrtpCall call = ::srtp_unprotect_rtcp;
	return runSrtpInPlace(call, session, in, inLength, out, outLength, 0);
}
