#pragma once

#include <memory>
#include <utility>

namespace squall {

/// An optional value kept apart from its owner, for large ones that most owners lack: costs a pointer without
/// it. Copied and compared as the value it is.
template<typename T>
class Boxed
{
public:
    Boxed() = default;
    Boxed(T value) // NOLINT(google-explicit-constructor): as std::optional
        : m_value(std::make_unique<T>(std::move(value)))
    {
    }
    Boxed(const Boxed &other)
        : m_value(other.m_value ? std::make_unique<T>(*other.m_value) : nullptr)
    {
    }
    Boxed(Boxed &&) noexcept = default;
    Boxed &operator=(const Boxed &other)
    {
        if (this != &other)
            *this = Boxed(other);
        return *this;
    }
    Boxed &operator=(Boxed &&) noexcept = default;
    ~Boxed() = default;

    explicit operator bool() const { return m_value != nullptr; }
    const T &operator*() const { return *m_value; }
    T &operator*() { return *m_value; }
    const T *operator->() const { return m_value.get(); }
    T *operator->() { return m_value.get(); }

    bool operator==(const Boxed &other) const
    {
        return m_value && other.m_value ? *m_value == *other.m_value : !m_value && !other.m_value;
    }

private:
    std::unique_ptr<T> m_value;
};

} // namespace squall
