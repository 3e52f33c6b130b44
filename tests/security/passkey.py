"""A passkey as a browser would have registered it; nobody holds its private half."""

import hashlib

from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

# COSE: an elliptic-curve key on P-256, with a point that needs not lie on it.
PUBLIC_KEY = {1: 2, 3: -7, -1: 1, -2: b"x" * 32, -3: b"y" * 32}
PRESENT_VERIFIED_AND_ATTESTED = 0x45


def credential(*whose: str) -> dict:
    """The answer to navigator.credentials.create(), as allauth stores it; another one for each `whose`."""
    key_id = hashlib.sha256(" ".join(whose).encode()).digest()[:16]
    data = AuthenticatorData.create(
        hashlib.sha256(b"testserver").digest(),
        PRESENT_VERIFIED_AND_ATTESTED,
        1,
        AttestedCredentialData.create(Aaguid.NONE, key_id, PUBLIC_KEY),
    )
    client = CollectedClientData.create(CollectedClientData.TYPE.CREATE, b"challenge", "https://testserver")
    return {
        "id": websafe_encode(key_id),
        "rawId": websafe_encode(key_id),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
