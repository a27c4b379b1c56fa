"""What leaves the store as proof: formats that stock tools check. Pure: bytes in, bytes out."""
